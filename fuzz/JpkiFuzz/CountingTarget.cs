using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz;

/// <summary>A target that counts its cases by the kind of answer that came.</summary>
public abstract class CountingTarget : IFuzzTarget
{
    private readonly Dictionary<string, long> _seen = [];
    private long _judged;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public long Judged => Interlocked.Read(ref _judged);

    /// <summary>How often each kind of answer came.</summary>
    public IReadOnlyDictionary<string, long> Seen => _seen;

    /// <summary>What the summary says of the cases as a whole, with a space in front.</summary>
    protected virtual string Where => string.Empty;

    /// <inheritdoc/>
    public abstract void Run(ulong seed, long count);

    /// <inheritdoc/>
    public string Summary() => $"{Judged:N0} cases{Where}: {string.Join(", ", _seen.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value:N0}"))}.";

    /// <summary>Judges so many cases, each of which names its kind.</summary>
    protected void Repeat(long count, Func<string> judgeNext)
    {
        for (long i = 0; i < count; i++)
        {
            string kind = judgeNext();
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            Interlocked.Increment(ref _judged);
        }
    }

    /// <summary>Judges one input; an exception is a finding.</summary>
    protected static string Judge(byte[] input, Func<byte[], string> judge)
    {
        try
        {
            return judge(input);
        }
        catch (Exception flaw) when (flaw is not FuzzFindingException)
        {
            throw new FuzzFindingException($"{flaw.GetType().Name} over {Convert.ToHexString(input)}", flaw);
        }
    }
}
