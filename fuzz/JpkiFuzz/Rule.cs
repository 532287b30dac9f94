using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz;

/// <summary>What every input must keep.</summary>
internal static class Rule
{
    /// <summary>A rule that is broken is a finding, told with its input.</summary>
    public static void Demand(bool condition, string rule, byte[] input)
    {
        if (!condition)
        {
            throw new FuzzFindingException($"{rule}: {Convert.ToHexString(input)}");
        }
    }
}
