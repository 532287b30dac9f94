using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>One question of self-information that fills fields.</summary>
/// <param name="Provider">Who is asked.</param>
/// <param name="Set">For which set.</param>
/// <param name="Inquiry">The inquiry, whose record the person finds among the provision records.</param>
/// <param name="IsOver">Whether it ended, with data or without.</param>
/// <param name="Outcome">How it ended; not to be read before it is over.</param>
public sealed record Prefill(AgencyId Provider, ItemSetId Set, InquiryId Inquiry, bool IsOver, InquiryOutcome Outcome);
