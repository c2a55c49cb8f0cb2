import type { MessageEntry } from "../../messages/entry.ts";

/** A picture that came with a message, as its data names it. */
export interface Picture {
  readonly id: string;
  readonly type: string;
  readonly bytes: number;
}

/** What the service answers: the bytes in base64. */
export interface PictureContent {
  readonly type: string;
  readonly data: string;
}

/** What is shown; anything else might be a page that acts in this site's name. */
const TYPES: readonly unknown[] = ["image/jpeg", "image/png", "image/gif", "image/webp"];

/** The pictures that came with a message of the add-on's. */
export function picturesOf({ app, data }: MessageEntry): readonly Picture[] {
  if (app !== "sms" || data === undefined) {
    return [];
  }
  try {
    const said = JSON.parse(data) as { media?: unknown } | null;
    return Array.isArray(said?.media) ? said.media.filter(isPicture) : [];
  } catch {
    return [];
  }
}

/** The picture for the page to show; throws where it is none. */
export function blobOf({ type, data }: PictureContent): Blob {
  if (!TYPES.includes(type)) {
    throw new Error("this is no picture");
  }
  return new Blob([Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0))], { type });
}

function isPicture(media: unknown): media is Picture {
  const said = media as Partial<Picture> | null;
  return typeof said?.id === "string" && TYPES.includes(said.type);
}
