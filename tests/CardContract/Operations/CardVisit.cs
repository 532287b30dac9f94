using MyNumber.Card.Channels;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering;

namespace MyNumber.CardContract.Operations;

/// <summary>One powered connection, the session over it, and what the program knows.</summary>
public sealed class CardVisit
{
    public CardVisit(ICardConnection connection, CardSession session, CardTruth truth)
    {
        Connection = connection;
        Session = session;
        Truth = truth;
    }

    public ICardConnection Connection { get; }

    public CardSession Session { get; }

    public CardTruth Truth { get; }

    public static async Task<T> WithPinAsync<T>(string digits, Func<CardPin, ValueTask<T>> use)
    {
        using CardPin pin = CardPin.Copy(digits);
        return await use(pin);
    }

    public static async Task<T> WithPinsAsync<T>(string current, string replacement, Func<CardPin, CardPin, ValueTask<T>> use)
    {
        using CardPin first = CardPin.Copy(current);
        using CardPin second = CardPin.Copy(replacement);
        return await use(first, second);
    }

    public static async Task<T> WithNumberAAsync<T>(string digits, Func<MatchingNumberA, ValueTask<T>> use)
    {
        using MatchingNumberA number = MatchingNumberA.From(IndividualNumber.TryParse(digits, out IndividualNumber parsed) ? parsed : default);
        return await use(number);
    }

    public static async Task<T> WithNumberBAsync<T>(string digits, Func<MatchingNumberB, ValueTask<T>> use)
    {
        using MatchingNumberB number = MatchingNumberB.Parse(digits);
        return await use(number);
    }

    public static async Task<T> WithBirthDateAsync<T>(string digits, Func<BirthDateKey, ValueTask<T>> use)
    {
        using BirthDateKey key = BirthDateKey.Parse(digits);
        return await use(key);
    }
}
