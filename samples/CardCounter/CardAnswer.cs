using MyNumber.Card.Apdu;

namespace CardCounter;

/// <summary>What the card answers to something that it must refuse.</summary>
internal static class CardAnswer
{
    /// <summary>The status word in four digits, <c>9000</c> when the card did not refuse.</summary>
    public static async Task<string> ToAsync(Func<Task> request)
    {
        try
        {
            await request();
            return "9000";
        }
        catch (CardStatusException refused)
        {
            return $"{refused.Status}";
        }
    }
}
