namespace MyNumber.Numbering;

/// <summary>Values that people write where a number should be.</summary>
internal static class Placeholder
{
    /// <summary>Whether the digits are all the same, run up or down by one (9 beside 0), or are zeros but for the last.</summary>
    public static bool IsFiller(long payload, int length)
    {
        if (payload < 10)
        {
            return true;
        }

        long last = payload % 10;
        long step = (last - (payload / 10 % 10) + 10) % 10;
        bool constant = step is 0 or 1 or 9;
        for (int i = 1; i < length && constant; i++)
        {
            payload /= 10;
            constant = payload % 10 == ((last - (step * i)) % 10 + 10) % 10;
        }

        return constant;
    }
}
