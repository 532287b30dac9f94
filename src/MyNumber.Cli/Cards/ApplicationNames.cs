using MyNumber.Card.Apdu;

namespace MyNumber.Cli.Cards;

/// <summary>Words for the card's applications.</summary>
internal static class ApplicationNames
{
    private static readonly (CardApplicationId Id, string Name)[] _names =
    [
        (CardApplicationId.Jpki, "jpki"),
        (CardApplicationId.InputSupport, "input-support"),
        (CardApplicationId.Surface, "surface"),
        (CardApplicationId.Residence, "residence"),
        (CardApplicationId.Common, "common"),
    ];

    /// <summary>The word, or the identifier's digits for one without.</summary>
    public static string Of(CardApplicationId id) => Array.Find(_names, row => row.Id.Equals(id)).Name ?? id.ToString();
}
