namespace MyNumber.Card.Emulation.Commands;

/// <summary>Whether a part of the command body must, may or must not be there.</summary>
internal enum Presence
{
    Forbidden = 0,
    Optional,
    Required,
}
