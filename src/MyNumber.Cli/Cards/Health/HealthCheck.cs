namespace MyNumber.Cli.Cards.Health;

/// <summary>One check of the doctor, in the order in which they rest on each other.</summary>
internal enum HealthCheck
{
    /// <summary>The PC/SC library is on the machine.</summary>
    Library = 0,

    /// <summary>The PC/SC service runs.</summary>
    Service,

    /// <summary>This user may use it.</summary>
    Permission,

    /// <summary>A reader is connected.</summary>
    Reader,

    /// <summary>A card is in it and answers.</summary>
    Card,

    /// <summary>It is an Individual Number Card.</summary>
    Application,

    /// <summary>None of the holder's PINs is blocked.</summary>
    Pins,
}
