using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Decisions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Emulating;

/// <summary>Keeps the file of a card as the card is: after each command that may change what survives power-off, and before its answer goes out. So nobody gets a try back by killing the tool.</summary>
internal sealed class StateKeeper(string path, VerbContext context)
{
    // The only commands of the card that write: counters, PINs, files of the free area.
    private static readonly string[] _writing = ["VERIFY", "CHANGE REFERENCE DATA", "CHANGE KEY", "UPDATE BINARY"];

    private EmulatedCard? _card;
    private byte[] _kept = [];
    private ExitCode _outcome;

    /// <summary>Begins with a card, and writes the file if there is none yet or it says something else.</summary>
    /// <returns>Whether it could be written; it was told why not.</returns>
    public ExitCode Begin(EmulatedCard card)
    {
        _card = card;
        return Keep();
    }

    /// <summary>Looks at what the card has just decided.</summary>
    public void Follow(Decision decision)
    {
        if (_writing.Contains(decision.Command))
        {
            Keep();
        }
    }

    /// <summary>Writes the file if the card is not as it says; a failure is told once and remembered until the file is written again.</summary>
    /// <returns>How it stands at the end.</returns>
    public ExitCode Keep()
    {
        byte[] state = _card!.SaveState();
        byte[] hash = SHA256.HashData(state);
        if (hash.AsSpan().SequenceEqual(_kept))
        {
            CryptographicOperations.ZeroMemory(state);
            return ExitCode.Done;
        }

        string? fault = StateFile.Write(path, state, context.Language);

        // After a failure nobody knows what lies there, even when the card becomes again what it was.
        _kept = fault is null ? hash : [];
        _outcome = fault is null ? ExitCode.Done : _outcome == ExitCode.Done ? context.Report.Fail(ExitCode.Undetermined, [fault]) : _outcome;
        return _outcome;
    }
}
