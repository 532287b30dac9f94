using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Verbs;

/// <summary><c>link convert [FILE]</c>: one holder's agency codes to another's.</summary>
internal sealed class LinkConvertVerb : IVerb
{
    private readonly CodeOptions _options = new("agency codes");
    private readonly HolderOptions _from = new("--from", "--from-epoch", "The holder that presents the codes");
    private readonly HolderOptions _to = new("--to", "--to-epoch", "The holder whose codes are wanted");

    public Command Describe()
    {
        Command command = new("convert", $"Convert one holder's agency codes to another's (符号変換). {CodeWords.Exits("all converted", "some rows refused")}");
        _options.AddTo(command);
        _from.AddTo(command);
        _to.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        string? faultOfFrom = _from.Read(parsed, context.Language, out HolderEpoch from);
        string? faultOfTo = _to.Read(parsed, context.Language, out HolderEpoch to);
        string? fault = faultOfFrom ?? faultOfTo ?? _options.Contradiction(parsed, context);
        return fault is null ? Convert(parsed, from, to, context) : context.Report.Fail(ExitCode.Usage, [fault]);
    }

    private ExitCode Convert(ParseResult parsed, HolderEpoch from, HolderEpoch to, VerbContext context)
    {
        using AgencyCodeCipher? cipher = _options.OpenCipher(parsed, context);
        if (cipher is null)
        {
            return ExitCode.Undetermined;
        }

        using CodeOutput output = new(context, _options.FormatOf(parsed, context), cipher.KeyEpoch);
        using ConvertWork work = new(cipher, from, to, output);
        return _options.Run(parsed, context, work);
    }
}
