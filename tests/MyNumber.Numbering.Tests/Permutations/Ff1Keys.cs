namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>Keys and tweaks of the NIST samples.</summary>
internal static class Ff1Keys
{
    public const string K128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    public const string K192 = K128 + "EF4359D8D580AA4F";
    public const string K256 = K192 + "7F036D6F04FC6A94";
    public const string T10 = "39383736353433323130";
    public const string T11 = "3737373770717273373737";
    public const string T12 = "000102030405060708090A0B";
}
