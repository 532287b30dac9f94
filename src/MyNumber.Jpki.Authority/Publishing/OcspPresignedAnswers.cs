using System.Collections.Concurrent;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Answers kept for the tick that is and the one that comes, by the bytes of the CertID. Older ticks are forgotten.</summary>
/// <remarks>Reading is thread safe and waits for nobody; one writer at a time. No more answers a tick than the ceiling: only certificates that were issued get here, so nobody fills it with
/// serials of his own invention.</remarks>
internal sealed class OcspPresignedAnswers(int most)
{
    private volatile Table[] _tables = [];

    internal OcspAnswer? Find(DateTimeOffset tick, ReadOnlySpan<byte> certId)
    {
        foreach (Table table in _tables)
        {
            if (table.Tick == tick)
            {
                return table.Find(certId);
            }
        }

        return null;
    }

    internal int Count(DateTimeOffset tick) => Array.Find(_tables, table => table.Tick == tick)?.Count ?? 0;

    /// <summary>Keeps an answer, unless the ceiling is reached or its tick is over, as it is for who waited for its turn to sign.</summary>
    /// <param name="tick">The tick of the answer.</param>
    /// <param name="oldest">The tick that is: those before it are forgotten.</param>
    /// <param name="certId">CertID, DER, of which a copy is kept.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether it is kept.</returns>
    internal bool Keep(DateTimeOffset tick, DateTimeOffset oldest, ReadOnlySpan<byte> certId, OcspAnswer answer)
    {
        if (tick < oldest)
        {
            return false;
        }

        Table? table = Array.Find(_tables, one => one.Tick == tick);
        if (table is null)
        {
            table = new Table(tick);
            Table[] others = [.. _tables.Where(one => one.Tick >= oldest).OrderBy(one => one.Tick).Take(1)];
            _tables = [.. others, table];
        }

        return table.Keep(certId, answer, most);
    }

    private sealed class Table
    {
        private readonly ConcurrentDictionary<byte[], OcspAnswer> _answers = new(CertIdBytes.Comparer);
        private readonly ConcurrentDictionary<byte[], OcspAnswer>.AlternateLookup<ReadOnlySpan<byte>> _bySlice;
        private int _count;

        internal Table(DateTimeOffset tick)
        {
            Tick = tick;
            _bySlice = _answers.GetAlternateLookup<ReadOnlySpan<byte>>();
        }

        internal DateTimeOffset Tick { get; }

        internal int Count => Volatile.Read(ref _count);

        internal OcspAnswer? Find(ReadOnlySpan<byte> certId) => _bySlice.TryGetValue(certId, out OcspAnswer? answer) ? answer : null;

        internal bool Keep(ReadOnlySpan<byte> certId, OcspAnswer answer, int most)
        {
            bool isThere = _bySlice.ContainsKey(certId), keeps = isThere || _count < most;
            if (keeps)
            {
                _bySlice[certId] = answer;
                Volatile.Write(ref _count, isThere ? _count : _count + 1);
            }

            return keeps;
        }
    }
}
