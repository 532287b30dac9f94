namespace MyNumber.Linkage.Tests.Codes;

/// <summary>A set of uniformly distributed numbers in bounded memory: open addressing, the place from the lowest bits. Zero stands for a free place.</summary>
internal sealed class UInt128Table(int capacityBits)
{
    private readonly UInt128[] _places = new UInt128[1 << capacityBits];

    public void Clear() => Array.Clear(_places);

    /// <summary>Whether the number was not there yet.</summary>
    public bool Add(UInt128 number)
    {
        int mask = _places.Length - 1;
        for (int place = unchecked((int)(uint)number) & mask; ; place = (place + 1) & mask)
        {
            if (_places[place] == 0)
            {
                _places[place] = number;
                return true;
            }

            if (_places[place] == number)
            {
                return false;
            }
        }
    }
}
