using System.Security.Cryptography;

namespace MyNumber.Linkage.Merkle;

/// <summary>The heads of one log as a witness keeps them (相互掲示): each party has one of these for every other party's log.</summary>
/// <remarks>A head that is not accepted is not kept; the caller keeps it as evidence where the verdict accuses its owner. Thread safe.</remarks>
public sealed class HeadChain
{
    private readonly List<LogHead> _heads = [];
    private readonly Lock _lock = new();
    private readonly ECDsa _key;

    /// <summary>Starts without heads.</summary>
    /// <param name="origin">Whose log it is.</param>
    /// <param name="key">The owner's public key, borrowed; used under a lock.</param>
    /// <exception cref="ArgumentException">The origin is no name of a log.</exception>
    public HeadChain(string origin, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Origin = LogHeadBody.IsOrigin(origin) ? origin : throw new ArgumentException("A log's name has 1 to 64 printable ASCII characters.", nameof(origin));
        _key = key;
    }

    /// <summary>Whose log it is.</summary>
    public string Origin { get; }

    /// <summary>The last head that was accepted.</summary>
    public LogHead? Latest
    {
        get
        {
            lock (_lock)
            {
                return _heads.Count == 0 ? null : _heads[^1];
            }
        }
    }

    /// <summary>All heads that were accepted, from the first.</summary>
    /// <returns>A copy.</returns>
    public IReadOnlyList<LogHead> ToList()
    {
        lock (_lock)
        {
            return [.. _heads];
        }
    }

    /// <summary>Whether a head is one of those that were accepted.</summary>
    /// <param name="head">A head.</param>
    /// <returns>Whether it states the same as the one of its number.</returns>
    public bool Holds(LogHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        lock (_lock)
        {
            return head.Number < _heads.Count && head.States(_heads[(int)head.Number]);
        }
    }

    /// <summary>Judges a head and keeps it when it follows.</summary>
    /// <param name="head">A head that the owner, or another witness, shows.</param>
    /// <param name="proof">That the log only grew since <see cref="Latest"/>; <see langword="null"/> for the first head.</param>
    /// <returns>The verdict.</returns>
    public HeadVerdict Accept(LogHead head, ConsistencyProof? proof)
    {
        ArgumentNullException.ThrowIfNull(head);
        lock (_lock)
        {
            HeadVerdict verdict = Judge(head, proof);
            if (verdict == HeadVerdict.Accepted)
            {
                _heads.Add(head);
            }

            return verdict;
        }
    }

    private HeadVerdict Judge(LogHead head, ConsistencyProof? proof)
    {
        if (head.Origin != Origin)
        {
            return HeadVerdict.OtherLog;
        }

        if (!head.IsSignedBy(_key))
        {
            return HeadVerdict.BadSignature;
        }

        if (head.Number < _heads.Count)
        {
            return head.States(_heads[(int)head.Number]) ? HeadVerdict.AlreadyKnown : HeadVerdict.Forked;
        }

        if (head.Number > _heads.Count)
        {
            return HeadVerdict.Gap;
        }

        return _heads.Count == 0 ? First(head) : Follows(_heads[^1], head, proof);
    }

    private static HeadVerdict First(LogHead head) => head.Previous.IsZero ? HeadVerdict.Accepted : HeadVerdict.Forked;

    private static HeadVerdict Follows(LogHead latest, LogHead head, ConsistencyProof? proof)
    {
        if (head.Previous != latest.Hash)
        {
            return HeadVerdict.Forked;
        }

        if (head.Size < latest.Size || head.Time < latest.Time)
        {
            return HeadVerdict.WentBack;
        }

        if (proof is null || proof.FirstSize != latest.Size || proof.SecondSize != head.Size)
        {
            return HeadVerdict.NoProof;
        }

        return proof.Proves(latest.Root, head.Root) ? HeadVerdict.Accepted : HeadVerdict.Rewritten;
    }
}
