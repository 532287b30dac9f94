namespace MyNumber.Card.Emulation.Decisions;

/// <summary>The latest decisions in a ring of fixed size, so that a long run neither grows nor allocates.</summary>
internal sealed class DecisionLog
{
    /// <summary>Long enough for a whole session of a real program (about a hundred commands).</summary>
    public const int Capacity = 512;

    private readonly Decision[] _ring = new Decision[Capacity];
    private readonly Lock _gate = new();
    private long _count;

    public void Add(in Decision decision)
    {
        lock (_gate)
        {
            _ring[(int)(_count % Capacity)] = decision;
            _count++;
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public Decision[] ToArray()
    {
        lock (_gate)
        {
            int kept = (int)Math.Min(_count, Capacity);
            Decision[] copy = new Decision[kept];
            for (int i = 0; i < kept; i++)
            {
                copy[i] = _ring[(int)((_count - kept + i) % Capacity)];
            }

            return copy;
        }
    }
}
