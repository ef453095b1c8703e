package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.source.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * An answer to ListRecords or GetRecord.
 *
 * @param responseDate the day at the server, UTC; null where it did not say
 * @param papers of the records that could be read, in order
 * @param deleted papers that the server says are gone
 * @param refusals records that could not be read
 * @param resumptionToken where the list goes on; null at its end
 * @param completeListSize how many records the whole list has; null where it did not say
 * @param error the protocol's error code, such as noRecordsMatch; null if none
 * @param errorText what the server said of it
 */
public record OaiResponse(
    LocalDate responseDate,
    List<Paper> papers,
    List<PaperId> deleted,
    List<Refusal> refusals,
    String resumptionToken,
    Integer completeListSize,
    String error,
    String errorText) {}
