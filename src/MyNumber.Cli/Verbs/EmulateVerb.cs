using System.CommandLine;
using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Decisions;
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
    private readonly Option<string?> _profile = new("--profile") { Description = $"The kind of card: {string.Join(", ", CardProfile.All.Select(row => row.Name))}.", HelpName = "NAME" };
    private readonly Option<string?> _state = new("--state") { Description = "Go on with the card saved in this file, if it is there, and keep the file as the card is: after each change of a PIN, a counter or a file. It holds keys and PINs of the lab's card in clear.", HelpName = "FILE" };
    private readonly Option<bool> _decisions = new("--decisions") { Description = "Tell each command's decision on standard error: names and status words, no data." };

    public EmulateVerb(TimeProvider clock)
    {
        _clock = clock;
        _profile.AcceptOnlyFromAmong([.. CardProfile.All.Select(row => row.Name)]);
    }

    public Command Describe() => new(
        "emulate", "Put an emulated card (模擬カード) into a virtual reader of pcscd. Runs until SIGINT or SIGTERM. Exit codes: 0 the card was in the reader and the run was stopped; 1 the person or the saved card is not accepted; 2 the command line is wrong; 3 it was stopped before the driver saw the card, or the state could not be written.")
    {
        _vpcd, _person, _seed, _options, _profile, _state, _decisions,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        if (!VpcdAddress.TryParse(parsed.GetValue(_vpcd), out VpcdAddress? address))
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--vpcd takes HOST:PORT.", "--vpcd には HOST:PORT を指定してください。")]);
        }

        string? fault = CardOptionReader.Read(parsed.GetValue(_options) ?? [], context.Language, out EmulatedCardOptions options) ?? Contradiction(parsed, context);
        if (fault is not null)
        {
            return context.Report.Fail(ExitCode.Usage, [fault]);
        }

        try
        {
            return RunAsync(parsed, context, options, address).GetAwaiter().GetResult();
        }
        catch (ArgumentOutOfRangeException outside) when (CardOption.All.Any(row => row.Name == outside.ParamName))
        {
            return context.Report.Fail(ExitCode.Usage, [context.Language.Pick($"{outside.ParamName} is out of its range.", $"{outside.ParamName} が範囲外です。")]);
        }
    }

    private string? Contradiction(ParseResult parsed, VerbContext context) =>
        StateFile.Exists(parsed.GetValue(_state)) && (parsed.GetValue(_person) is not null || parsed.GetValue(_seed) is not null || parsed.GetValue(_profile) is not null)
            ? context.Language.Pick("The saved card has its person and kind: leave out --person, --seed and --profile.", "保存されたカードの人物と種別は決まっています。--person、--seed、--profile は指定できません。")
            : null;

    private async Task<ExitCode> RunAsync(ParseResult parsed, VerbContext context, EmulatedCardOptions options, VpcdAddress address)
    {
        StateKeeper? keeper = parsed.GetValue(_state) is { } path ? new StateKeeper(path, context) : null;
        Action<Decision>? tell = parsed.GetValue(_decisions) ? decision => context.Report.Notice(decision.ToString()) : null;
        (LabCard? card, ExitCode code) = await MakeAsync(parsed, context, options with { OnDecision = tell + (keeper is null ? null : keeper.Follow) }).ConfigureAwait(false);
        if (card is null)
        {
            return code;
        }

        await using (card.ConfigureAwait(false))
        {
            code = keeper?.Begin(card.Card) ?? ExitCode.Done;
            if (code != ExitCode.Done)
            {
                return code;
            }

            code = await new EmulationRun(card, address, context).RunAsync(_clock).ConfigureAwait(false);
            ExitCode kept = keeper?.Keep() ?? ExitCode.Done;
            return kept == ExitCode.Done ? code : kept;
        }
    }

    private async Task<(LabCard? Card, ExitCode Code)> MakeAsync(ParseResult parsed, VerbContext context, EmulatedCardOptions options)
    {
        ExitCode code = ExitCode.Done;
        if (parsed.GetValue(_state) is { } state && StateFile.Exists(state))
        {
            return (StateFile.Read(state, context, content => LabCard.Restore(content, options), out code), code);
        }

        CardPerson? person = parsed.GetValue(_person) is { } path ? PersonFile.Read(path, context, out code)
            : parsed.GetValue(_seed) is { } seed ? CardPerson.FromSeed(seed) : CardPerson.Sample;
        CardProfile profile = CardProfile.All.FirstOrDefault(row => row.Name == parsed.GetValue(_profile)) ?? CardProfile.IndividualNumberCard;
        try
        {
            return (person is null ? null : await LabCard.MakeAsync(person, profile, options, parsed.GetValue(_seed), _clock, context.Cancellation).ConfigureAwait(false), code);
        }
        catch (Exception fault) when (fault is (ArgumentException and not ArgumentOutOfRangeException) or InvalidOperationException or CryptographicException)
        {
            return (null, context.Report.Fail(ExitCode.Refused, [context.Language.Pick("No such card can be made of this person.", "この人物からこの種別のカードは作れません。")]));
        }
    }
}
