/** The types of database operations. */
import './AccessLevel';
import './DMLOptions';
import './Database';
import './Datacloud';
import './Error';
import './EventBus';
import './FindDuplicates';
import './Formula';
import './LeadConvert';
import './QueryLocator';
import './Savepoint';
import './Search';
import './StatusCode';
import './TriggerOperation';
import './results';
