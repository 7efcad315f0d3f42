/** A source folder with a page that paints transcripts: ours, and a naive list built the usual way. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PAGE = `<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
  <flexiPageRegions>
    <itemInstances><componentInstance>
      <componentName>transcriptBench</componentName><identifier>transcriptBench</identifier>
    </componentInstance></itemInstances>
    <name>main</name><type>Region</type>
  </flexiPageRegions>
  <masterLabel>Bench</masterLabel><sobjectType>Lead</sobjectType>
  <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>
</FlexiPage>`;

const COMPONENT = `import { LightningElement } from 'lwc';
export default class TranscriptBench extends LightningElement {
  variant;
  turns = [];
  conversation;
  connectedCallback() {
    window.benchTranscript = (variant, turns) => {
      this.turns = turns;
      this.conversation = { turns };
      this.variant = variant;
    };
    window.benchFollow = (seconds) => this.refs.ours.follow(seconds);
  }
  get isOurs() { return this.variant === 'ours'; }
  get isNaive() { return this.variant === 'naive'; }
  get views() { return this.turns.map((turn, index) => ({ ...turn, key: index, clock: '0:00' })); }
}
`;

/** SLDS chat markup, one element a turn, as the documentation of the design system shows it. */
const TEMPLATE = `<template>
  <template lwc:if={isOurs}><c-thoughtly-transcript lwc:ref="ours" conversation={conversation} has-recording></c-thoughtly-transcript></template>
  <template lwc:if={isNaive}>
    <div class="naive">
      <ul class="slds-chat-list">
        <template for:each={views} for:item="turn">
          <li key={turn.key} data-index={turn.key} class="slds-chat-listitem slds-chat-listitem_inbound">
            <div class="slds-chat-message">
              <div class="slds-chat-message__body">
                <div class="slds-chat-message__text slds-chat-message__text_inbound"><span>{turn.text}</span></div>
                <div class="slds-chat-message__meta">{turn.speaker} {turn.clock}</div>
              </div>
            </div>
          </li>
        </template>
      </ul>
    </div>
  </template>
</template>`;

const STYLE = '.naive { max-block-size: 28rem; overflow-y: auto; }';

/** Writes the folder. The caller removes it. */
export function writeBenchSource(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'panel-bench-'));
  const write = (name: string, text: string): void => {
    const file = path.join(folder, 'main', 'default', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  write('flexipages/Bench.flexipage-meta.xml', PAGE);
  write('lwc/transcriptBench/transcriptBench.js', COMPONENT);
  write('lwc/transcriptBench/transcriptBench.html', TEMPLATE);
  write('lwc/transcriptBench/transcriptBench.css', STYLE);
  return folder;
}
