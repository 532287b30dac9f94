using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Emulating;

namespace MyNumber.Cli.Verbs;

/// <summary><c>emulate --vpcd HOST:PORT</c>: an emulated card in a virtual reader of pcscd, until the tool is stopped.</summary>
internal sealed class EmulateVerb : IVerb
{
    private readonly TimeProvider _clock;
    private readonly Option<string> _vpcd = new("--vpcd") { Description = "The slot of the virtual reader, such as 127.0.0.1:35963.", HelpName = "HOST:PORT", Required = true };
    private readonly Option<string?> _person = new("--person") { Description = "A file with an invented person in JSON; without it 見本 花子.", HelpName = "FILE" };
    private readonly Option<int?> _seed = new("--seed") { Description = "Invent the person (without --person) and choose the keys by this number.", HelpName = "N" };
    private readonly Option<string[]> _options = new("--option") { Description = $"An open behaviour of the card, again and again: {string.Join(", ", CardOption.All.Select(row => row.Name))}.", HelpName = "NAME=VALUE" };
    private readonly Option<string?> _profile = new("--profile") { Description = $"The kind of card: {string.Join(", ", ProfileName.All.Select(row => row.Name))}.", HelpName = "NAME" };
    private readonly Option<bool> _decisions = new("--decisions") { Description = "Tell each command's decision on standard error: names and status words, no data." };

    public EmulateVerb(TimeProvider clock)
    {
        _clock = clock;
        _profile.AcceptOnlyFromAmong([.. ProfileName.All.Select(row => row.Name)]);
    }

    public Command Describe() => new(
        "emulate", "Put an emulated card (模擬カード) into a virtual reader of pcscd. Exit codes: 0 the card was in the reader and the run was stopped; 1 the person is not accepted; 2 the command line is wrong; 3 it was stopped before, or failed.")
    {
        _vpcd, _person, _seed, _options, _profile, _decisions,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (!VpcdAddress.TryParse(parsed.GetValue(_vpcd), out VpcdAddress? address))
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--vpcd takes HOST:PORT.", "--vpcd には HOST:PORT を指定してください。")]);
        }

        if (CardOptionReader.Read(parsed.GetValue(_options) ?? [], context.Language, out EmulatedCardOptions options) is { } fault)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        ExitCode code = ExitCode.Done;
        CardPerson? person = parsed.GetValue(_person) is { } path ? PersonFile.Read(path, context, out code)
            : parsed.GetValue(_seed) is { } seed ? CardPerson.FromSeed(seed) : CardPerson.Sample;
        return person is null ? code : RunAsync(parsed, context, person, options, address).GetAwaiter().GetResult();
    }

    private async Task<ExitCode> RunAsync(ParseResult parsed, VerbContext context, CardPerson person, EmulatedCardOptions options, VpcdAddress address)
    {
        EmulatedCardOptions watched = parsed.GetValue(_decisions) ? options with { OnDecision = decision => context.Report.Notice(decision.ToString()) } : options;
        ProfileName profile = ProfileName.All.FirstOrDefault(row => row.Name == parsed.GetValue(_profile)) ?? ProfileName.All[0];
        try
        {
            LabCard card = await LabCard.MakeAsync(person, profile.Profile, watched, parsed.GetValue(_seed), _clock, context.Cancellation).ConfigureAwait(false);
            await using (card.ConfigureAwait(false))
            {
                return await new EmulationRun(card, address, profile.Name, context).RunAsync(_clock).ConfigureAwait(false);
            }
        }
        catch (ArgumentOutOfRangeException fault) when (CardOption.All.Any(row => row.Name == fault.ParamName))
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick($"{fault.ParamName} is out of its range.", $"{fault.ParamName} が範囲外です。")]);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or CryptographicException)
        {
            return context.Report.Fail(ExitCode.Refused, [context.Language.Pick("No such card can be made of this person.", "この人物からこの種別のカードは作れません。")]);
        }
    }
}
