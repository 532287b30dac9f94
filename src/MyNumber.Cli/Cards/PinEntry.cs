using System.CommandLine;
using MyNumber.Card.Pins;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>The PIN of a verb that needs one: where it comes from, and whether the last try may be spent.</summary>
internal sealed class PinEntry
{
    private readonly PinOptions _pin = new("pin", "the PIN");
    private readonly Option<bool> _lastTry = new("--last-try") { Description = "Spend the last try too; a wrong PIN then blocks the reference." };

    public void AddTo(Command command)
    {
        _pin.AddTo(command);
        command.Options.Add(_lastTry);
    }

    public bool IsStandardInput(ParseResult parsed) => _pin.IsStandardInput(parsed);

    public string? Contradiction(ParseResult parsed, VerbContext context) => _pin.Contradiction(parsed, context);

    public LastTry LastTry(ParseResult parsed) => parsed.GetValue(_lastTry) ? Card.Pins.LastTry.Spend : Card.Pins.LastTry.Refuse;

    /// <summary>Reads it, or says why there is none and gives what the verb ends with.</summary>
    public ExitCode Read(ParseResult parsed, PinInput input, PinName name, out CardPin? pin)
    {
        ExitCode code = _pin.Read(parsed, input, name.In(input.Context.Language), out PinText? text);
        using (text)
        {
            pin = text?.ToPin();
            return code;
        }
    }
}
