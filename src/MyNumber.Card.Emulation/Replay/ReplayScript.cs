using System.Security.Cryptography;
using MyNumber.Card.Emulation.Commands;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Compares what is sent with what a transcript tells, line by line.</summary>
internal sealed class ReplayScript
{
    private readonly IReadOnlyList<TranscriptEntry> _entries;
    private readonly byte[] _key;
    private int _next;
    private (int Position, string What)? _difference;

    public ReplayScript(IReadOnlyList<TranscriptEntry> entries, byte[] key)
    {
        _entries = entries;
        _key = key;
    }

    public bool IsAtEnd => _next == _entries.Count && _difference is null;

    public bool ExpectsConnection => _difference is null && Expected is { Command: null };

    private TranscriptEntry? Expected => _next < _entries.Count ? _entries[_next] : null;

    public ReadOnlyMemory<byte> Connect()
    {
        ThrowIfDifferent();
        return Expected is { Command: null } entry
            ? Passed(entry).Answer
            : throw Differ(-1, Expected is null ? "the transcript is at its end" : "a connection where a command was recorded");
    }

    public int Play(ReadOnlySpan<byte> command, Span<byte> response)
    {
        ThrowIfDifferent();
        if (Expected is not { Command: { } recorded } entry)
        {
            throw Differ(-1, Expected is null ? "the transcript is at its end" : "a command where a connection was recorded");
        }

        int position = FirstDifference(entry, recorded, command);
        if (position >= 0)
        {
            throw Differ(position, $"byte {position} of the command differs");
        }

        return entry.End switch
        {
            ExchangeEnd.Removed => throw Failing(new CardRemovedException()),
            ExchangeEnd.Failed => throw Failing(new CardException("The recorded exchange failed.")),
            _ => Answer(entry, command, response),
        };
    }

    private int Answer(TranscriptEntry entry, ReadOnlySpan<byte> command, Span<byte> response)
    {
        int data = entry.Signs ? ReplayKey.Length : 0;
        if (response.Length < data + entry.Answer.Length)
        {
            throw new CardException("The response buffer is too short for the answer.");
        }

        if (entry.Signs && !ReplayKey.TrySign(command[1], command[2], CommandApdu.Decode(command).Data, response))
        {
            throw Differ(entry.HiddenStart, "the recorded card signed and this data cannot be signed");
        }

        entry.Answer.CopyTo(response[data..]);
        return data + Passed(entry).Answer.Length;
    }

    private int FirstDifference(TranscriptEntry entry, ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> command)
    {
        int hiddenEnd = entry.HiddenStart + entry.HiddenLength;
        int common = Math.Min(recorded.Length, command.Length);
        for (int i = 0; i < common; i++)
        {
            bool hidden = i >= entry.HiddenStart && i < hiddenEnd;
            if (!hidden && recorded[i] != command[i])
            {
                return i;
            }
        }

        if (recorded.Length != command.Length)
        {
            return common;
        }

        bool differs = entry.Tag is not null && _key.Length > 0
            && !CryptographicOperations.FixedTimeEquals(entry.Tag, TranscriptRedactor.Tag(_key, _next, command));
        return differs ? entry.HiddenStart : -1;
    }

    private TranscriptEntry Passed(TranscriptEntry entry)
    {
        _next++;
        return entry;
    }

    private CardException Failing(CardException failure)
    {
        _next++;
        return failure;
    }

    private void ThrowIfDifferent()
    {
        if (_difference is { } difference)
        {
            throw Differ(difference.Position, difference.What);
        }
    }

    // The heading is line 1, so entry 0 is line 2.
    private ReplayDifferenceException Differ(int position, string what)
    {
        _difference = (position, what);
        return new ReplayDifferenceException(_next + 2, position, what);
    }
}
