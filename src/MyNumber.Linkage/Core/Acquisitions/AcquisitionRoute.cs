namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>By which way the core gets the resident record code.</summary>
public enum AcquisitionRoute
{
    /// <summary>Agency, then J-LIS, then core (施行令 27条).</summary>
    Jlis = 0,

    /// <summary>Minister of justice, municipality of the registered domicile, J-LIS, core (施行令 27条の2, の3): no individual number goes this way.</summary>
    FamilyRegister = 1,
}
