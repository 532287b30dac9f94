namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>What every memory of allotted codes checks before it writes.</summary>
internal static class AllotmentRules
{
    public static void Check(LocalGovernmentCode municipality)
    {
        if (municipality.IsEmpty)
        {
            throw new ArgumentException("A pool belongs to a municipality.", nameof(municipality));
        }
    }

    /// <summary>The codes without repetitions, ascending.</summary>
    public static SortedSet<long> Distinct(LocalGovernmentCode municipality, ReadOnlySpan<ResidentRecordCode> codes)
    {
        Check(municipality);
        SortedSet<long> distinct = [];
        foreach (ResidentRecordCode code in codes)
        {
            distinct.Add(code.IsEmpty ? throw new ArgumentException("A code is empty.", nameof(codes)) : code.Value);
        }

        return distinct;
    }

    public static void Check(LocalGovernmentCode municipality, ReadOnlySpan<Guid> requests)
    {
        Check(municipality);
        HashSet<Guid> seen = new(requests.Length);
        foreach (Guid request in requests)
        {
            if (request == Guid.Empty || !seen.Add(request))
            {
                throw new ArgumentException("A request is empty or is there twice.", nameof(requests));
            }
        }
    }
}
