/** Those that are one press away. */
export const QUICK = ["👍", "❤️", "😂", "🎉", "👀"] as const;

/** The built-in picker's, with the names by which they are read out. */
export const EMOJI: readonly (readonly [emoji: string, name: string])[] = [
  ["👍", "thumbs up"], ["👎", "thumbs down"], ["❤️", "heart"], ["😂", "tears of joy"], ["🎉", "party popper"], ["👀", "eyes"],
  ["😀", "grinning"], ["😄", "smiling eyes"], ["😅", "sweat smile"], ["😊", "blushing"], ["😉", "winking"], ["😍", "heart eyes"],
  ["😘", "kiss"], ["😎", "sunglasses"], ["🤔", "thinking"], ["🤨", "raised eyebrow"], ["😐", "neutral"], ["🙄", "rolling eyes"],
  ["😮", "surprised"], ["😢", "crying"], ["😭", "sobbing"], ["😡", "angry"], ["🥳", "partying"], ["🤯", "mind blown"],
  ["😴", "sleeping"], ["🤗", "hugging"], ["🙃", "upside down"], ["😇", "halo"], ["🤝", "handshake"], ["👏", "clapping"],
  ["🙌", "raised hands"], ["🙏", "folded hands"], ["💪", "strong"], ["👋", "waving"], ["👌", "okay"], ["✌️", "victory"],
  ["🔥", "fire"], ["✨", "sparkles"], ["💯", "hundred"], ["✅", "check"], ["❌", "cross"], ["❓", "question"],
  ["💡", "idea"], ["🚀", "rocket"], ["🐛", "bug"], ["☕", "coffee"], ["🍕", "pizza"], ["🌈", "rainbow"],
];

const names = new Map(EMOJI);

export const emojiName = (emoji: string): string => names.get(emoji) ?? emoji;
