/** Of which messages of a room somebody wants an SMS. */
export type Mode = "none" | "mentions" | "all";

/** What the reader set about SMS, as the API tells it. */
export interface SmsSettings {
  /** To which people write. */
  readonly to: string;
  /** The reader's own; empty where none is linked. */
  readonly number: string;
  /** To which a code was sent that may still be entered. */
  readonly pending: string;
  readonly stopped: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly zone: string;
  readonly most: number;
  readonly cap: number;
  readonly today: number;
  readonly rooms: readonly { readonly room: string; readonly mode: Mode }[];
}

/** The time zone that this browser is in. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
