namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>Why a number is asked for.</summary>
public enum IssueReason
{
    /// <summary>Not said; the value of <see langword="default"/>, which no issue has.</summary>
    None = 0,

    /// <summary>The first run for everybody who had a code when the system began (制度導入時, 番号法附則3条).</summary>
    Introduction = 1,

    /// <summary>A code was written for a newborn (出生, 番号法7条1項).</summary>
    Birth = 2,

    /// <summary>A code was written for a person who never had one, such as on arrival from abroad (番号法7条1項).</summary>
    FirstEntry = 3,

    /// <summary>Changed at the person's request: it leaked and may be misused (番号法7条2項).</summary>
    LeakByRequest = 4,

    /// <summary>Changed by the mayor without request, on the same grounds (職権, 番号法7条2項).</summary>
    LeakExOfficio = 5,
}
