namespace MyNumber.Numbering.Permutations;

/// <summary>The least number of numeral strings of one length that FF1 agrees to permute.</summary>
public enum Ff1MinimumDomain
{
    /// <summary>1,000,000: recommended by NIST SP 800-38G (2016), required by the drafts of its revision 1.</summary>
    OneMillion = 0,

    /// <summary>100: all that NIST SP 800-38G (2016) requires. Weaker: small domains fall to message-recovery attacks and to enumeration. For old data and for tests.</summary>
    OneHundred = 1,
}
