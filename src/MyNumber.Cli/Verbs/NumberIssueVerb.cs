using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Verbs;

/// <summary><c>number issue individual|resident-code|corporate</c>: synthetic numbers for test data, none twice.</summary>
internal sealed class NumberIssueVerb : IVerb
{
    /// <summary>What every run says on standard error.</summary>
    public const string Notice = "Synthetic numbers for tests, meant to be nobody's; one may coincide with a real one. (試験用の架空の番号です。実在の番号と偶然一致することがあります。)";

    private readonly string _name;
    private readonly string _description;
    private readonly Option<long> _count = new("--count") { Description = "How many.", DefaultValueFactory = _ => 1 };
    private readonly Option<long> _skip = new("--skip") { Description = "Leave out so many from the start, to go on where a run with the same key ended." };
    private readonly Option<long?> _seed = new("--seed") { Description = "The same seed gives the same numbers. Not a secret." };
    private readonly Option<string?> _keyFile = new("--key-file") { Description = "A file with 32 bytes or 64 hexadecimal digits; the same key gives the same numbers." };
    private readonly RowFormatOption _format = new();
    private readonly Option[] _own;
    private readonly Func<ParseResult, byte[], IRowMaker> _maker;

    private NumberIssueVerb(string name, string description, Option[] own, Func<ParseResult, byte[], IRowMaker> maker) =>
        (_name, _description, _own, _maker) = (name, description, own, maker);

    /// <summary>個人番号, with the codes that they were converted from if asked.</summary>
    public static NumberIssueVerb Individual()
    {
        Option<bool> codes = new("--resident-codes") { Description = "Also write the resident record code that each number was made from." };
        return new("individual", "Issue synthetic individual numbers (個人番号).", [codes], (parsed, key) => new IndividualRows(key, parsed.GetValue(codes)));
    }

    /// <summary>住民票コード.</summary>
    public static NumberIssueVerb ResidentCode() =>
        new("resident-code", "Issue synthetic resident record codes (住民票コード).", [], (_, key) => new CodeRows(key));

    /// <summary>法人番号.</summary>
    public static NumberIssueVerb Corporate()
    {
        Option<string> kind = new("--kind") { Description = $"One of: {string.Join(", ", CorporateRows.Kinds.Keys)}.", HelpName = "KIND", DefaultValueFactory = _ => "stock-company" };
        kind.AcceptOnlyFromAmong([.. CorporateRows.Kinds.Keys]);
        return new("corporate", "Issue synthetic corporate numbers (法人番号).", [kind], (parsed, key) => new CorporateRows(key, CorporateRows.Kinds[parsed.GetValue(kind)!]));
    }

    public Command Describe()
    {
        Command command = new(_name, _description) { _count, _skip, _seed, _keyFile };
        _format.AddTo(command);
        foreach (Option option in _own)
        {
            command.Options.Add(option);
        }

        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (Contradiction(parsed, context) is { } contradiction)
        {
            return context.Report.Fail(ExitCode.Usage, [contradiction]);
        }

        byte[] key = parsed.GetValue(_seed) is { } seed ? IssueKey.FromSeed(seed) : IssueKey.Fresh();
        if (parsed.GetValue(_keyFile) is { } path && !KeyFile.TryRead(path, context, out key, out string reason))
        {
            return context.Report.Fail(ExitCode.Undetermined, [reason]);
        }

        try
        {
            using IRowMaker maker = _maker(parsed, key);
            return Issue(parsed, maker, context);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static string CountFault(long most, Language language) => language.Pick(
        FormattableString.Invariant($"--count is 1 or more, --skip 0 or more, and both together at most {most}."),
        FormattableString.Invariant($"--count は1以上、--skip は0以上、合わせて {most} 以下です。"));

    private string? Contradiction(ParseResult parsed, VerbContext context) => parsed.GetValue(_seed) is not null && parsed.GetValue(_keyFile) is not null
        ? context.Language.Pick("--seed and --key-file exclude each other.", "--seed と --key-file は同時に指定できません。")
        : _format.Contradiction(parsed, context);

    private ExitCode Issue(ParseResult parsed, IRowMaker maker, VerbContext context)
    {
        (long count, long skip) = (parsed.GetValue(_count), parsed.GetValue(_skip));
        if (count < 1 || skip < 0 || skip >= maker.Most || count > maker.Most - skip)
        {
            return context.Report.Fail(ExitCode.Usage, [CountFault(maker.Most, context.Language)]);
        }

        context.Report.Notice(Notice);
        IssueRun.Write(maker, skip, count, _format.Of(parsed, context), context);
        return ExitCode.Done;
    }
}
