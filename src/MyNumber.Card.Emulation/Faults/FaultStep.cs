using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Faults;

/// <summary>What strikes one command, in the order of the script. <see langword="default"/> is nothing.</summary>
internal readonly struct FaultStep
{
    private readonly IReadOnlyList<FaultAction>? _actions;

    public FaultStep(IReadOnlyList<FaultAction>? actions) => _actions = actions;

    private IReadOnlyList<FaultAction> Actions => _actions ?? [];

    public TimeSpan Delay => Actions.Where(action => action.Kind == FaultKind.Delay).Aggregate(TimeSpan.Zero, (sum, action) => sum + action.Time);

    /// <summary>Whether the command never reaches the card and a status word is the answer.</summary>
    public bool HidesCommand => Actions.Any(action => action.Kind == FaultKind.Answer && !action.ReachesCard);

    /// <summary>Whether the card leaves at this moment. Without a fault nothing is allocated.</summary>
    public bool Removes(RemovalMoment moment)
    {
        for (int i = 0; i < Actions.Count; i++)
        {
            if (Actions[i].Kind == FaultKind.Remove && Actions[i].Moment == moment)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Changes an answer in place; what it leaves unused of the answer is zeroed.</summary>
    /// <returns>The new length, or −1 when the card is gone; what has arrived is in the buffer then.</returns>
    public int Change(Span<byte> response, int written)
    {
        if (Removes(RemovalMoment.BeforeAnswer))
        {
            CryptographicOperations.ZeroMemory(response[..written]);
            return -1;
        }

        foreach (FaultAction action in Actions)
        {
            if (action.Kind == FaultKind.Tear)
            {
                CryptographicOperations.ZeroMemory(response[(Math.Max(0, written - 2) / 2)..written]);
                return -1;
            }

            written = Change(action, response, written);
        }

        return written;
    }

    private static int Change(FaultAction action, Span<byte> response, int written) => action.Kind switch
    {
        FaultKind.FlipBits => FlipBits(action, response[..written]),
        FaultKind.Answer => Answer(action, response, written),
        FaultKind.Truncate => Truncate(response, Math.Min(written, action.Length), written),
        FaultKind.Lengthen => Lengthen(action, response, written),
        _ => written,
    };

    private static int FlipBits(FaultAction action, Span<byte> answer)
    {
        ReadOnlySpan<byte> mask = action.Mask.Span;
        int start = action.Offset >= 0 ? action.Offset : answer.Length + action.Offset;
        for (int i = 0; i < mask.Length; i++)
        {
            long at = (long)start + i;
            if (at >= 0 && at < answer.Length)
            {
                answer[(int)at] ^= mask[i];
            }
        }

        return answer.Length;
    }

    private static int Answer(FaultAction action, Span<byte> response, int written)
    {
        ThrowIfTooShort(response, 2);
        CryptographicOperations.ZeroMemory(response[..written]);
        (response[0], response[1]) = (action.Status.Sw1, action.Status.Sw2);
        return 2;
    }

    private static int Truncate(Span<byte> response, int length, int written)
    {
        CryptographicOperations.ZeroMemory(response[length..written]);
        return length;
    }

    private static int Lengthen(FaultAction action, Span<byte> response, int written)
    {
        ThrowIfTooShort(response, written + action.Length);
        int end = Math.Max(0, written - 2);
        response[end..written].CopyTo(response[(end + action.Length)..]);
        response.Slice(end, action.Length).Fill(action.Fill);
        return written + action.Length;
    }

    private static void ThrowIfTooShort(Span<byte> response, int length)
    {
        if (response.Length < length)
        {
            throw new CardException("The response buffer is too short for the answer.");
        }
    }
}
