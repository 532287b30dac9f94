using System.CommandLine;
using System.Globalization;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates;

/// <summary>Where status is asked, and in which way several sources are used.</summary>
internal sealed class StatusOptions
{
    /// <summary>The long word for asking nobody.</summary>
    public const string NotAsking = "--accept-without-asking-for-the-status";

    public const string ListName = "--crl";
    public const string StapledName = "--stapled";
    public const string PolicyName = "--sources";

    private static readonly Dictionary<string, RevocationSequencePolicy> _policies = new(StringComparer.Ordinal)
    {
        ["next-when-unreachable"] = RevocationSequencePolicy.NextWhenUnreachable,
        ["next-when-unreachable-or-unknown"] = RevocationSequencePolicy.NextWhenUnreachableOrUnknown,
        ["freshest"] = new RevocationSequencePolicy { WhichAnswerCounts = WhichAnswerCounts.Freshest },
        ["two-that-agree"] = new RevocationSequencePolicy { WhichAnswerCounts = WhichAnswerCounts.TwoThatAgree },
    };

    private readonly Option<string[]> _lists = new(ListName) { Description = "A revocation list (失効リスト), DER or PEM, of any length; again for more.", HelpName = "FILE" };
    private readonly Option<string?> _ocsp = new("--ocsp") { Description = "The OCSP responder's address. The certificate's serial is sent there.", HelpName = "URL" };
    private readonly Option<string?> _stapled = new(StapledName) { Description = "An OCSP response that was handed over with the document.", HelpName = "FILE" };
    private readonly Option<string?> _at = new("--at") { Description = "Judge as of this instant, such as 2026-04-01T00:00:00Z, by lists or a stapled response.", HelpName = "TIME" };
    private readonly Option<string> _policy = new(PolicyName) { Description = $"How several sources are used, stapled before OCSP before lists: {string.Join(", ", _policies.Keys)}.", HelpName = "HOW", DefaultValueFactory = _ => "next-when-unreachable" };
    private readonly Option<bool>? _notAsking;

    public StatusOptions(bool mayPass)
    {
        _policy.AcceptOnlyFromAmong([.. _policies.Keys]);
        _notAsking = mayPass ? new Option<bool>(NotAsking) { Description = "Ask nobody about holds and revocations. A held or revoked certificate then passes." } : null;
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option?[] { _lists, _ocsp, _stapled, _at, _policy, _notAsking }.OfType<Option>())
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether the user said how several sources are used.</summary>
    public bool NamesSources(ParseResult parsed) => parsed.GetResult(_policy) is { Implicit: false };

    public bool IsNotAsking(ParseResult parsed) => _notAsking is not null && parsed.GetValue(_notAsking);

    /// <summary>What is wrong with the options together, or the plan.</summary>
    public string? Contradiction(ParseResult parsed, Language language, out StatusPlan plan)
    {
        string[] lists = parsed.GetValue(_lists) ?? [];
        string? ocsp = parsed.GetValue(_ocsp), stapled = parsed.GetValue(_stapled), at = parsed.GetValue(_at);
        DateTimeOffset instant = default;
        int sources = lists.Length + (ocsp is null ? 0 : 1) + (stapled is null ? 0 : 1);
        plan = new StatusPlan(IsNotAsking(parsed), lists, null, stapled, null, _policies[parsed.GetValue(_policy)!]);
        if (plan.IsNotAsking == (sources != 0) || (plan.IsNotAsking && NamesSources(parsed)))
        {
            return plan.IsNotAsking
                ? language.Pick($"{NotAsking} stands alone, without a source of status.", $"{NotAsking} は失効情報の指定と同時には使えません。")
                : language.Pick("Say where status is asked: --ocsp, --crl or --stapled.", "失効情報の問い合わせ先を --ocsp、--crl、--stapled で指定してください。");
        }

        if (at is not null && (ocsp is not null || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)))
        {
            return language.Pick("--at takes an instant such as 2026-04-01T00:00:00Z, and not beside --ocsp: a responder tells of now.", "--at には 2026-04-01T00:00:00Z のような時刻を指定します。--ocsp とは同時に使えません。");
        }

        Uri? address = null;
        if (ocsp is not null && !(Uri.TryCreate(ocsp, UriKind.Absolute, out address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
        {
            return language.Pick("--ocsp takes an http address.", "--ocsp には http のアドレスを指定してください。");
        }

        plan = plan with { Ocsp = address, At = at is null ? null : instant };
        int kinds = (address is null ? 0 : 1) + (stapled is null ? 0 : 1) + (lists.Length == 0 ? 0 : 1);
        return plan.Policy.WhichAnswerCounts == WhichAnswerCounts.TwoThatAgree && kinds < 2
            ? language.Pick("two-that-agree needs two kinds of source.", "two-that-agree には2種類の失効情報が必要です。")
            : null;
    }
}
