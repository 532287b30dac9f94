using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Cli.Certificates;

/// <summary>Who is trusted for timestamps inside a signature (CAdES-T): anchors of another hierarchy than the signer's, so they have options of their own.</summary>
internal sealed class StampOptions
{
    public const string AnchorName = "--time-anchor";
    public const string ListName = "--time-crl";

    private readonly Option<string[]> _anchors = new(AnchorName) { Description = "CMS and PDF: self-signed certificates of timestamp authorities (時刻認証局), DER or PEM; again for more. Every signature must then have a timestamp that holds (CAdES-T).", HelpName = "FILE" };
    private readonly Option<string[]> _lists = new(ListName) { Description = "With --time-anchor: a revocation list of a timestamp authority's hierarchy, DER or PEM; again for more.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Options.Add(_anchors);
        command.Options.Add(_lists);
    }

    /// <summary>Whether timestamps are to be judged to the end.</summary>
    public bool Any(ParseResult parsed) => Anchors(parsed).Length != 0;

    /// <summary>What is wrong with them together.</summary>
    public string? Contradiction(ParseResult parsed, StatusPlan plan, Language language)
    {
        int lists = Lists(parsed).Length;
        return !Any(parsed) ? (lists == 0 ? null : language.Pick("--time-crl needs --time-anchor.", "--time-crl は --time-anchor とともに指定してください。"))
            : plan.IsNotAsking && lists != 0 ? language.Pick($"{StatusOptions.NotAsking} stands alone, without a source of status.", $"{StatusOptions.NotAsking} は失効情報の指定と同時には使えません。")
            : !plan.IsNotAsking && lists == 0 ? language.Pick("Give the list of the timestamp's authority by --time-crl.", "タイムスタンプの認証局の失効リストを --time-crl で指定してください。")
            : null;
    }

    /// <summary>Reads anchors and lists, or says why they are not taken; a list that is of no use joins the unused ones.</summary>
    public TimestampVerifier? Load(ParseResult parsed, StatusPlan plan, List<UnusedList> unused, VerbContext context) =>
        BareAnchor.Load(Anchors(parsed), AnchorName, context) is { } anchors && TimestampCheck.ReadLists(Lists(parsed), ListName, unused, context) is { } lists
            ? new TimestampVerifier(new ChainTimestampTrust(anchors, lists, ChainOptions.Strict with { LeaveStatusOfEveryCertificateToTheCaller = plan.IsNotAsking }))
            : null;

    private string[] Anchors(ParseResult parsed) => parsed.GetValue(_anchors) ?? [];

    private string[] Lists(ParseResult parsed) => parsed.GetValue(_lists) ?? [];
}
