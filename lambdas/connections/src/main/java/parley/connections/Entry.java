package parley.connections;

/**
 * One entry of a room's log, ready to be sent.
 *
 * @param sequenceNumber its place in the stream, by which Lambda is told where to begin again
 * @param room whose log it is
 * @param newcomer who is to hear it although they may not listen to the room yet; "" for nobody
 * @param json the entry as clients read it
 */
record Entry(String sequenceNumber, String room, String newcomer, String json) {}
