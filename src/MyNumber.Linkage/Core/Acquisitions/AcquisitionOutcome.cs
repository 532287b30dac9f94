namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>What became of a step of an acquisition.</summary>
public enum AcquisitionOutcome
{
    /// <summary>Nothing was done; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Done; the state says how far it is.</summary>
    Done = 1,

    /// <summary>Done before, and the same now.</summary>
    Repeated = 2,

    /// <summary>No acquisition of this number, or another agency's: the two are not told apart.</summary>
    UnknownNumber = 3,

    /// <summary>The acquisition is not so far, or farther; its state tells.</summary>
    WrongState = 4,

    /// <summary>The agency has no holder that may obtain codes.</summary>
    NoHolder = 5,

    /// <summary>The route is not the agency's.</summary>
    WrongRoute = 6,

    /// <summary>The agency did not make sure enough whose number it holds.</summary>
    LevelTooLow = 7,
}
