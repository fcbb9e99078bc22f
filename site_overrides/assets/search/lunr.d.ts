// lunr.js comes out of MkDocs at build time; see generator/show/looks/assets.py.
declare const lunr: any;
export default lunr;
