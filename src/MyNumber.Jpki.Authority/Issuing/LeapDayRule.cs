namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Which day counts as the birthday of someone born on 29 February in a common year. JPKI's rule is not known to the project; both are here.</summary>
public enum LeapDayRule
{
    /// <summary>28 February, as other Japanese licences count it; the default.</summary>
    LastOfFebruary,

    /// <summary>1 March.</summary>
    FirstOfMarch,
}
