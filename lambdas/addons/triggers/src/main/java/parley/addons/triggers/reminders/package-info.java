/**
 * Reminders: what a person wants a room to be told at a time. They are kept until then; each minute
 * those that are due are written in their rooms, once, and go.
 *
 * <p>It ends at the rooms' log, which is {@code messages}'; who may see a room is {@code rooms}' to
 * say, both when a reminder is set and when it is due.
 */
@NullMarked
package parley.addons.triggers.reminders;

import org.jspecify.annotations.NullMarked;
