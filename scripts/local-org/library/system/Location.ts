/** `System.Location` and `System.Address`: what geolocation and address fields hold. */
import { required } from '../null-argument';
import { platformType } from '../registry';
import type { Implementation, PropertyImplementation } from '../registry';
import type { Decimal } from './Decimal';
import { Double } from './Double';

const EARTH_RADIUS: Readonly<Record<string, number>> = { mi: 3958.8, km: 6371 };

/** Degrees. */
export class ApexLocation {
  readonly latitude: Double | null;
  readonly longitude: Double | null;

  constructor(latitude: Double | null, longitude: Double | null) {
    this.latitude = latitude;
    this.longitude = longitude;
  }
}

export class ApexAddress extends ApexLocation {
  city: string | null = null;
  country: string | null = null;
  countryCode: string | null = null;
  geocodeAccuracy: string | null = null;
  postalCode: string | null = null;
  state: string | null = null;
  stateCode: string | null = null;
  street: string | null = null;
}

/** The great-circle distance by the haversine formula, in `mi` or `km`. */
function distance(from: ApexLocation | null, to: ApexLocation | null, unit: string | null): Double | null {
  const [start, end] = [required(from), required(to)];
  if (!start.latitude || !start.longitude || !end.latitude || !end.longitude) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: Double, b: Double) => Math.sin(radians(b.value - a.value) / 2) ** 2;
  const cosines = Math.cos(radians(start.latitude.value)) * Math.cos(radians(end.latitude.value));
  const chord = half(start.latitude, end.latitude) + cosines * half(start.longitude, end.longitude);
  return new Double(2 * (EARTH_RADIUS[required(unit).toLowerCase()] ?? 3958.8) * Math.asin(Math.sqrt(chord)));
}

platformType({
  name: 'System.Location',
  jsClass: ApexLocation,
  statics: {
    getDistance: distance,
    newInstance: (latitude: Decimal | null, longitude: Decimal | null) =>
      new ApexLocation(latitude && new Double(latitude.toNumber()), longitude && new Double(longitude.toNumber()))
  },
  methods: {
    getDistance: distance,
    getLatitude: (self: ApexLocation) => self.latitude,
    getLongitude: (self: ApexLocation) => self.longitude
  },
  properties: {
    latitude: { get: (self: ApexLocation) => self.latitude },
    longitude: { get: (self: ApexLocation) => self.longitude }
  }
});

const ADDRESS_PARTS = [
  'city',
  'country',
  'countryCode',
  'geocodeAccuracy',
  'postalCode',
  'state',
  'stateCode',
  'street',
  'latitude',
  'longitude'
] as const;
const methods: Record<string, Implementation> = { getDistance: distance };
const properties: Record<string, PropertyImplementation> = {};
for (const part of ADDRESS_PARTS) {
  methods[`get${part}`] = (self: ApexAddress) => self[part];
  properties[part] = { get: (self: ApexAddress) => self[part] };
}

platformType({ name: 'System.Address', jsClass: ApexAddress, methods, properties });
