const paths = {
  hash: "M10 4 8 20M16 4l-2 16M4.500 9h16M3.500 15h16",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  plus: "M12 5v14M5 12h14",
  search: "M10.500 17a6.500 6.500 0 1 1 0-13 6.500 6.500 0 0 1 0 13zM15.500 15.500 20 20",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20a7.500 7.500 0 0 1 15 0",
  people: "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 4.800a3.500 3.500 0 0 1 0 6.400M18 13.600a6.500 6.500 0 0 1 3.500 5.900",
  send: "M5 12h13M12 5.500 18.500 12 12 18.500",
  smile: "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8.500 14.500a4.300 4.300 0 0 0 7 0M9 9.500v.1M15 9.500v.1",
  pencil: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  trash: "M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14.500 5.500 8 12l6.500 6.500",
  down: "M12 5v14M6 13l6 6 6-6",
  more: "M6 12h.1M12 12h.1M18 12h.1",
  retry: "M5 12a7 7 0 1 1 2.500 5.400M5 18.500v-4h4",
  bubble: "M5 5h14a1.500 1.500 0 0 1 1.500 1.500v9A1.500 1.500 0 0 1 19 17h-7l-4.500 3.500V17H5a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 5 5z",
} as const;

export type IconName = keyof typeof paths;

/** A drawing without a meaning of its own: whatever holds it has a name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon--${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
