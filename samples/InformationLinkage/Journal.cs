using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;

namespace InformationLinkage;

/// <summary>What came to pass, for the table and the picture.</summary>
internal sealed class Journal(Network network)
{
    public const string Core = "コア";

    private readonly List<Arrow> _arrows = [];
    private readonly List<Line> _lines = [];

    public IReadOnlyList<Arrow> Arrows => _arrows;

    public IReadOnlyList<Line> Lines => _lines;

    public void Note(string from, string to, string label, ArrowKind kind) => _arrows.Add(new Arrow(from, to, label, kind));

    /// <summary>Begins a chapter on the terminal and in the picture.</summary>
    public void Chapter(string title)
    {
        Narrator.Chapter(title);
        Note(string.Empty, string.Empty, title, ArrowKind.Chapter);
    }

    /// <summary>Notes an inquiry that ended, and who recorded it.</summary>
    /// <param name="inquirer">Who asked.</param>
    /// <param name="provider">Who was asked.</param>
    /// <param name="itemSet">For what.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="isReleased">Whether a human at the provider had to release the answer.</param>
    /// <returns>Whether the parties that must record it hold the same record.</returns>
    public async Task<bool> NoteAsync(AgencyId inquirer, AgencyId provider, ItemSetId itemSet, InquiryResult result, bool isReleased = false)
    {
        SaltedRecord?[] records = await network.RecordsAsync(inquirer, provider, result.Inquiry);
        bool isReached = records[2]?.Record.ReachedProvider ?? false;
        bool isAlike = records[2] is { } core && records[0]?.Commitment == core.Commitment && (isReached ? records[1]?.Commitment == core.Commitment : records[1] is null);
        string asking = network.NameOf(inquirer), giving = network.NameOf(provider), set = Names.Of(itemSet);
        Note(asking, Core, $"照会 {set}", ArrowKind.Request);
        if (isReached)
        {
            Note(Core, giving, "提供先の符号で通知", ArrowKind.Request);
        }

        if (isReleased)
        {
            Note(giving, giving, "職員が確かめて承認", ArrowKind.Repair);
        }

        bool isProvided = result.Outcome == InquiryOutcome.Provided;
        Note(isReached ? giving : Core, asking, isProvided ? $"{set}（封緘）" : Names.Of(result.Outcome), isProvided ? ArrowKind.Provided : ArrowKind.Refused);
        _lines.Add(new Line(asking, giving, set, Names.Of(result.Outcome), isAlike ? (isReached ? "三者一致" : "照会者・コア一致") : "不一致", isProvided));
        return isAlike;
    }

    internal sealed record Line(string Inquirer, string Provider, string ItemSet, string Outcome, string Records, bool IsProvided);
}
