namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>One municipality's codes in memory: drawn ones first, in the order of drawing.</summary>
internal sealed class MemoryPool
{
    private readonly List<long> _places = [];
    private readonly Dictionary<Guid, long> _draws = [];

    public long Left => _places.Count - _draws.Count;

    public void Add(long code) => _places.Add(code);

    /// <summary>The code that answers a request, or empty when nothing is left.</summary>
    public ResidentRecordCode Draw(Guid request, System.Security.Cryptography.RandomNumberGenerator random)
    {
        if (!_draws.TryGetValue(request, out long code))
        {
            if (Left == 0)
            {
                return default;
            }

            int drawn = _draws.Count, at = drawn + (int)RandomDraw.Below(random, Left);
            (_places[drawn], _places[at]) = (_places[at], _places[drawn]);
            code = _places[drawn];
            _draws.Add(request, code);
        }

        return ResidentRecordCode.FromTrusted(code);
    }
}
