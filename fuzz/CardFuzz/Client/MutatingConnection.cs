using System.Text;
using MyNumber.Card;
using MyNumber.Card.Channels;

namespace MyNumber.CardFuzz.Client;

/// <summary>A road on which answers are changed: by chance, or so that the card is a copy of another one with a changed holder and without its keys.</summary>
internal sealed class MutatingConnection : ICardConnection
{
    /// <summary>More than any operation of the library can need: a whole file of 32,768 bytes, each piece in single bytes.</summary>
    public const int Ceiling = 40_000;

    /// <summary>What stands in the caller's buffer behind the answer; a result that holds it was read too far.</summary>
    public static readonly byte[] Stale = [0xC5, 0x3A, 0x96, 0x5F, 0xE1, 0x0B, 0x74, 0xD8];

    private static readonly ushort[] _statuses =
        [0x9000, 0x6100, 0x6110, 0x61FF, 0x6C00, 0x6C08, 0x6282, 0x6300, 0x63C0, 0x63C1, 0x63CF, 0x6581, 0x6700, 0x6882, 0x6982, 0x6983, 0x6984, 0x6986, 0x6A80, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00, 0x6D00, 0x6F00, 0x9100, 0x0000];

    private static readonly (byte[] From, byte[] To)[] _copy =
    [
        ("123456789018"u8.ToArray(), "999999999996"u8.ToArray()),
        (Encoding.UTF8.GetBytes("花子"), Encoding.UTF8.GetBytes("太郎")),
        ("19900401"u8.ToArray(), "19890401"u8.ToArray()),
    ];

    private readonly ICardConnection _inner;
    private readonly FuzzRandom _random;
    private readonly bool _isCopy;
    private readonly int _oneIn;
    private readonly byte[] _answer = new byte[65538];
    private byte[] _last = [0x90, 0x00];

    public MutatingConnection(ICardConnection inner, FuzzRandom random, bool isCopy)
    {
        _inner = inner;
        _random = random;
        _isCopy = isCopy;
        _oneIn = random.Pick(1, 2, 5, 12, 40);
    }

    public ReadOnlyMemory<byte> AnswerToReset => _inner.AnswerToReset;

    public int Commands { get; private set; }

    public int Mutations { get; private set; }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Commands++;
        if (Commands > Ceiling)
        {
            throw new CardRemovedException();
        }

        int length = _inner.Transmit(command, _answer);
        byte[] answer = _answer[..length];
        if (_isCopy)
        {
            BeCopy(command, answer);
        }

        int? told = null;
        if (_random.OneIn(_oneIn))
        {
            Mutations++;
            answer = Mutate(answer, response.Length, out told);
        }

        _last = answer;
        return Give(answer, response, told);
    }

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        try
        {
            int length = Transmit(command.Span, response.Span);
            return _random.OneIn(8) ? LaterAsync(length) : ValueTask.FromResult(length);
        }
        catch (CardException failure)
        {
            return ValueTask.FromException<int>(failure);
        }
    }

    public void Dispose() => _inner.Dispose();

    private static async ValueTask<int> LaterAsync(int length)
    {
        await Task.Yield();
        return length;
    }

    private static int Give(byte[] answer, Span<byte> response, int? told)
    {
        for (int i = 0; i < response.Length; i++)
        {
            response[i] = Stale[i % Stale.Length];
        }

        if (told is null && answer.Length > response.Length)
        {
            throw new CardException("The response buffer is too short for the answer.");
        }

        answer.AsSpan(0, Math.Min(answer.Length, response.Length)).CopyTo(response);
        return told ?? answer.Length;
    }

    private static void BeCopy(ReadOnlySpan<byte> command, Span<byte> answer)
    {
        if (answer.Length == 258 && command.Length > 1 && command[1] is 0x2A or 0x88)
        {
            answer[17] ^= 0x40;
            return;
        }

        foreach ((byte[] from, byte[] to) in _copy)
        {
            int at = answer.IndexOf(from);
            if (at >= 0)
            {
                to.CopyTo(answer[at..]);
            }
        }
    }

    private byte[] Mutate(byte[] answer, int room, out int? told)
    {
        told = null;
        int place = _random.Below(answer.Length);
        switch (_random.Below(12))
        {
            case 0:
                answer[place] ^= (byte)(1 << _random.Below(8));
                return answer;
            case 1:
                answer[place] = _random.Byte();
                return answer;
            case 2:
                return answer[..place];
            case 3:
                return [.. answer[..place], .. answer[^2..]];
            case 4:
                return [.. answer[..^2], .. _random.Bytes(1 + _random.Below(40)), .. answer[^2..]];
            case 5:
                ushort status = _random.Pick<ushort>(_statuses);
                return [.. answer[..^2], (byte)(status >> 8), (byte)(status & 0xFF)];
            case 6:
                return [(byte)_random.Pick(0x61, 0x6C, 0x63, 0x90, 0x69, 0x62), _random.Byte()];
            case 7:
                told = _random.Pick(0, 1, -1, room + 1, int.MaxValue, int.MinValue);
                return answer;
            case 8:
                return _random.Bytes(_random.Below(300));
            case 9:
                throw _random.OneIn(2) ? new CardException("The exchange failed.") : new CardRemovedException();
            case 10:
                return _last;
            default:
                answer[Math.Min(place, _random.Below(12))] = _random.Pick<byte>(0x00, 0x7F, 0x80, 0x81, 0x82, 0x83, 0x84, 0xFF);
                return answer;
        }
    }
}
