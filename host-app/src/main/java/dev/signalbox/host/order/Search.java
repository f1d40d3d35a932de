package dev.signalbox.host.order;

/**
 * What an operator typed into the search field, read. Every term must hold:
 *
 * <pre>{@code
 * word             occurs somewhere in the row
 * "exact phrase"   with its blanks
 * status:word      occurs there; order, id, state, status, message, topic, source; also field:"exact phrase"
 * -term            does not hold
 * }</pre>
 *
 * <p>Upper and lower case are alike. A minus counts at the start of a term only, a quote there or after the colon, and a
 * colon only after letters: {@code 12:04} and {@code ORD-1} are words.
 */
sealed interface Search permits SearchQuery, SearchFault {

    static Search read(String typed) {
        return new SearchReader(typed).read();
    }
}
