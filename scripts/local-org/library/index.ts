/** Loads every definition of the library, so that the registry is complete. One line for each file, sorted. */
import './system/Blob';
import './system/Date';
import './system/Datetime';
import './system/Decimal';
import './system/Double';
import './system/Iterator';
import './system/List';
import './system/Map';
import './system/Set';
import './system/Time';
