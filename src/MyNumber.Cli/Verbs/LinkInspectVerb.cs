using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Verbs;

/// <summary><c>link inspect [FILE]</c>: what the key alone tells of agency codes that a holder presents.</summary>
internal sealed class LinkInspectVerb : IVerb
{
    private readonly CodeOptions _options = new("agency codes");
    private readonly HolderOptions _holder = new("--holder", "--epoch", "The holder (符号取得主体) that presents the codes");

    public Command Describe()
    {
        Command command = new("inspect", $"Judge agency codes without a database. {CodeWords.Exits("all genuine", "some not")}");
        _options.AddTo(command);
        _holder.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        string? fault = _holder.Read(parsed, context.Language, out HolderEpoch holder) ?? _options.Contradiction(parsed, context);
        if (fault is not null)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        using AgencyCodeCipher? cipher = _options.OpenCipher(parsed, context);
        if (cipher is null)
        {
            return ExitCode.Undetermined;
        }

        using InspectWork work = new(cipher, holder, _options.FormatOf(parsed, context), context);
        return _options.Run(parsed, context, work);
    }
}
