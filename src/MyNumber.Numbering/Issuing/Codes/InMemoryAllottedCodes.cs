namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>Designated codes in memory: about 50 bytes each. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryAllottedCodes : IAllottedCodes
{
    private readonly Dictionary<long, LocalGovernmentCode> _codes = [];
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _codes.Count;
            }
        }
    }

    /// <inheritdoc/>
    public bool TryAdd(ResidentRecordCode code, LocalGovernmentCode municipality)
    {
        lock (_gate)
        {
            return _codes.TryAdd(code.Value, municipality);
        }
    }
}
