/** First module of every page: synthetic shadow before anything else, then the shell. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import App from 'shell/app';
import { startRecordings } from './recordings';
import { showTheme } from './theme';

showTheme();

void startRecordings().then(() => document.getElementById('page')?.append(createElement('shell-app', { is: App })));
