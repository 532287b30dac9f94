using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;

namespace InformationLinkage;

/// <summary>What came to pass, for the table and the picture.</summary>
internal sealed class Journal(Network network)
{
    public const string Core = "コア";

    /// <summary>The applicant.</summary>
    public const string Person = "本人";

    /// <summary>The residents' network, which tells the core of whom an acquisition is.</summary>
    public const string Residents = "住基側 (J-LIS)";

    private readonly List<Arrow> _arrows = [];
    private readonly List<Line> _lines = [];

    public IReadOnlyList<Arrow> Arrows => _arrows;

    public IReadOnlyList<Line> Lines => _lines;

    public void Note(string from, string to, string label, ArrowKind kind) => _arrows.Add(new Arrow(from, to, label, kind));

    /// <summary>Notes what goes from body to body: everything does by way of the core, which opens nothing of it.</summary>
    public void Relay(string from, string to, string label, ArrowKind kind)
    {
        Note(from, Core, label, kind);
        Note(Core, to, kind == ArrowKind.Provided ? "開封せずに中継" : label, kind);
    }

    /// <summary>Notes how a code comes to a body (番号法21条の2).</summary>
    public void Acquired(string body, string known, string code)
    {
        Note(body, Core, "取得番号を受ける", ArrowKind.Request);
        Note(body, Residents, $"取得番号・{known}", ArrowKind.Request);
        Note(Residents, Core, "取得番号・住民票コード", ArrowKind.Request);
        Note(Core, body, code, ArrowKind.Request);
    }

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
    public Task<bool> NoteAsync(AgencyId inquirer, AgencyId provider, ItemSetId itemSet, InquiryResult result, bool isReleased = false) =>
        NoteAsync(inquirer, provider, itemSet, result.Inquiry, result.Outcome, isReleased);

    /// <summary>As above, for an inquiry that the portal made by itself.</summary>
    public async Task<bool> NoteAsync(AgencyId inquirer, AgencyId provider, ItemSetId itemSet, InquiryId inquiry, InquiryOutcome? outcome, bool isReleased = false)
    {
        SaltedRecord?[] records = await network.RecordsAsync(inquirer, provider, inquiry);
        bool isReached = records[2]?.Record.ReachedProvider ?? false;
        bool isAlike = records[2] is { } core && records[0]?.Commitment == core.Commitment && (isReached ? records[1]?.Commitment == core.Commitment : records[1] is null);
        string asking = network.NameOf(inquirer), giving = network.NameOf(provider), set = Names.Of(itemSet);
        bool isProvided = outcome == InquiryOutcome.Provided;
        Draw(asking, giving, set, isReached, isReleased, isProvided ? null : Names.Of(outcome));
        _lines.Add(new Line(asking, giving, set, Names.Of(outcome), isAlike ? (isReached ? "三者一致" : "照会者・コア一致") : "不一致", isProvided));
        return isAlike;
    }

    /// <summary>Draws an inquiry: there, and back by way of the core.</summary>
    /// <param name="asking">The inquirer.</param>
    /// <param name="giving">The provider.</param>
    /// <param name="set">For what.</param>
    /// <param name="isReached">Whether the core asked the provider.</param>
    /// <param name="isReleased">Whether the answer waited for a human, so that the inquirer had to come for it.</param>
    /// <param name="refusal">Why nothing was provided.</param>
    private void Draw(string asking, string giving, string set, bool isReached, bool isReleased, string? refusal)
    {
        ArrowKind kind = refusal is null ? ArrowKind.Provided : ArrowKind.Refused;
        string answer = refusal ?? $"{set}（封緘）";
        Note(asking, Core, $"照会 {set}", ArrowKind.Request);
        if (!isReached)
        {
            Note(Core, asking, answer, kind);
            return;
        }

        Note(Core, giving, "提供者の符号で通知", ArrowKind.Request);
        if (!isReleased)
        {
            Relay(giving, asking, answer, kind);
            return;
        }

        Note(giving, giving, "職員が確かめて承認", ArrowKind.Repair);
        Note(giving, Core, answer, kind);
        Note(asking, Core, "回答を受け取りに行く", ArrowKind.Request);
        Note(Core, asking, "開封せずに中継", kind);
    }

    internal sealed record Line(string Inquirer, string Provider, string ItemSet, string Outcome, string Records, bool IsProvided);
}
